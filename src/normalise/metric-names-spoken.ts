/**
 * Metrics as cards call them in other languages than English, by canonical id. Only words that name one metric and no
 * other: the Russian точность is accuracy to one writer and precision to the next.
 */
export const spokenNames: Readonly<Record<string, string>> = {
  accuracy:
    "acurácia, acuracia, exactitud, exactitude, genauigkeit, accuratezza, nauwkeurigheid, dokładność, doğruluk, akurasi, 准确率, 準確率, 正解率, 정확도",
  precision:
    "precisão, precisao, precisión, précision, präzision, precisione, precisie, precyzja, kesinlik, presisi, 精确率, 精確率, 適合率, 정밀도",
  recall:
    "revocação, revocacao, sensibilidade, sensibilidad, exhaustividad, exhaustivité, rappel, sensibilité, trefferquote, sensitivität, richiamo, sensibilità, czułość, duyarlılık, 召回率, 再現率, 재현율, полнота",
  specificity:
    "especificidade, especificidad, spécificité, spezifität, specificità, swoistość, özgüllük, 特异度, 特异性, 特異度, 특이도",
  f1: "f1 skoru, f1 值, f1值, f1 スコア, f1スコア, f1 점수, f1점수, f1 мера, f мера, medida f1, pontuação f1, puntuación f1, mesure f1, f1 maß",
  mae: "erro absoluto médio, error absoluto medio, erreur absolue moyenne, mittlerer absoluter fehler, 平均绝对误差, 平均絶対誤差, 평균절대오차",
  mse: "erro quadrático médio, error cuadrático medio, erreur quadratique moyenne, mittlerer quadratischer fehler, 均方误差, 平均二乗誤差",
  rmse: "raiz do erro quadrático médio, raíz del error cuadrático medio, 均方根误差",
  loss: "perda, pérdida, perte, verlust, kayıp, 损失, 損失, 손실",
};
